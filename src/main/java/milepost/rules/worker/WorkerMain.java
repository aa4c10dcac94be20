package milepost.rules.worker;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import milepost.rules.language.RuleFile;

/** The child process: says that it is ready, then answers one request after the other until the pipe closes. */
public final class WorkerMain {
    static final byte[] READY = {'r', 'e', 'a', 'd', 'y'};
    private static final RuleFile FIRST = new RuleFile("worker/first.drl", """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;
            rule "worker/first" @severity( LOW )
            when
                $m : Milestone( open, due != null, progress < 50 )
                not Dependency( predecessor == $m.key )
            then
                findings.report( $m, "Due " + $m.due() );
            end
            """);

    private static final RuleFile NONE = new RuleFile("worker/first.cases.yaml", "rule: worker/first\ncases: []\n");

    private WorkerMain() {}

    /** The argument is how many milliseconds one request may take; a child whose program has gone ends itself then. */
    public static void main(String[] arguments) throws IOException {
        long most = 2 * Long.parseLong(arguments[0]);
        Timer clock = new Timer(true);
        InputStream in = System.in;
        PrintStream out = System.out;
        System.setIn(new ByteArrayInputStream(new byte[0]));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        Bench bench = new Bench();
        bench.report(Request.test(List.of(FIRST), List.of(NONE)));
        Frames.write(out, READY, Frames.MOST_ANSWERED);
        try {
            while (true) {
                Request request = RecordCodec.read(Frames.read(in, Frames.MOST_ASKED), Request.class);
                TimerTask end = end();
                clock.schedule(end, most);
                byte[] answer = RecordCodec.bytes(bench.report(request));
                end.cancel();
                Frames.write(out, answer, Frames.MOST_ANSWERED);
            }
        } catch (Frames.TooLong e) {
            System.exit(Child.TOO_LONG);
        } catch (EOFException e) {
            System.exit(0);
        }
    }

    private static TimerTask end() {
        return new TimerTask() {
            @Override
            public void run() {
                Runtime.getRuntime().halt(1);
            }
        };
    }
}
