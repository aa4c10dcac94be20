package milepost.rules.language;

/** A name a rule gives to a fact or a value; the same object at its declaration and at every use. */
public final class Binding {
    private final String name;
    private final Type type;
    private final Span span;

    public Binding(String name, Type type, Span span) {
        this.name = name;
        this.type = type;
        this.span = span;
    }

    /** With its dollar sign, as written. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Span span() {
        return span;
    }

    @Override
    public String toString() {
        return name + ": " + type;
    }
}
