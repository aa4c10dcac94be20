package milepost.architecture.planted.roadmap;

import org.jdbi.v3.core.Handle;

/** Planted: SQL outside a store. */
record RunsSql(Handle handle) {
    int run() {
        return handle.execute("select 1");
    }
}
