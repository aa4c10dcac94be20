package milepost;

/** The command line: every command of the program starts here. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("milepost " + args.length);
    }
}
