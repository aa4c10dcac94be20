package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The complaints about one file, up to a number that a person can still read. */
public final class Complaints {
    /** How many there are at most. */
    public static final int MOST = 100;

    private final List<Complaint> list = new ArrayList<>();

    public void add(Complaint complaint) {
        boolean known = list.stream()
                .anyMatch(c -> c.at().equals(complaint.at()) && c.code().equals(complaint.code()));
        if (list.size() < MOST && !known) {
            list.add(complaint);
        }
    }

    public int size() {
        return list.size();
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** In the order of the text. */
    public List<Complaint> sorted() {
        return list.stream()
                .sorted(Comparator.comparingInt((Complaint c) -> c.at().from()).thenComparingInt(c -> c.at().to()))
                .toList();
    }

    /** Whether more would only be noise; whoever reads can stop. */
    public boolean isFull() {
        return list.size() >= MOST;
    }
}
