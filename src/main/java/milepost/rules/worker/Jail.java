package milepost.rules.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the operating system keeps from a child, from the most to the least. */
public enum Jail {
    /** It sees a file tree with Java and its own jar only, read-only; no network, no other process. */
    FILES("no files but its own, no network, no other processes"),
    /** It has no network. */
    NETWORK("no network; files are guarded by the rule language only"),
    /** It is an ordinary process; the language, the small heap and the deadline hold it. */
    NONE("an ordinary process; files and network are guarded by the rule language only");

    private static final String UNSHARE = "/usr/bin/unshare";
    /** People who save come before drafts that are tried. */
    private static final String NICE = "/usr/bin/nice";

    private final String meaning;

    Jail(String meaning) {
        this.meaning = meaning;
    }

    /** For the people who run the program: what a draft could not reach even if it broke out of the rule language. */
    public String meaning() {
        return meaning;
    }

    /** What to do for more; empty where there is no more. */
    public String better() {
        return switch (this) {
            case FILES -> "";
            case NETWORK ->
                "Mounting inside a user namespace is not allowed here. Allow unprivileged user namespaces with mounts: in a"
                        + " container a seccomp profile and AppArmor profile that let unshare and mount pass.";
            case NONE ->
                "Run on Linux with util-linux (unshare) and unprivileged user namespaces allowed: sysctl"
                        + " kernel.unprivileged_userns_clone=1 where it exists, kernel.apparmor_restrict_unprivileged_userns=0 or a"
                        + " profile for unshare on Ubuntu, and in a container a seccomp profile that lets unshare and mount pass."
                        + " Until then run the program as a user of its own that can read and write nothing but its folder.";
        };
    }

    /** The command that runs another one inside the jail. */
    List<String> command(Path home, List<String> java) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of(NICE))) {
            command.addAll(List.of(NICE, "-n", "5"));
        }
        if (this == FILES) {
            command.addAll(List.of(UNSHARE, "-rmnpf", "--kill-child", "--", "/bin/sh", "-c", script()));
            command.addAll(List.of("jail", home.toString(), System.getProperty("java.home")));
        } else if (this == NETWORK) {
            command.addAll(List.of(UNSHARE, "-rn", "--"));
        }
        command.addAll(java);
        return command;
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Jail.class.getResourceAsStream("jail.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("jail.sh", e);
        }
    }

    /** Whether it can be tried here at all. */
    boolean isPossible() {
        return this == NONE || Files.isExecutable(Path.of(UNSHARE));
    }
}
