package milepost.rules.language.syntax;

/** Leaves the part of the grammar that cannot go on; caught where the parser finds its way again. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Complaint complaint;

    Fault(Extent at, String code, String message) {
        this(new Complaint(at, code, message));
    }

    Fault(Complaint complaint) {
        super(complaint.message(), null, false, false);
        this.complaint = complaint;
    }

    Complaint complaint() {
        return complaint;
    }
}
