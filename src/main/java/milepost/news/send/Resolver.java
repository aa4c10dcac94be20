package milepost.news.send;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
public interface Resolver {
    InetAddress[] all(String host) throws UnknownHostException;
}
