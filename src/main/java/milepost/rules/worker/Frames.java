package milepost.rules.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages over a pipe: four bytes of length, then as many bytes; nothing longer than agreed is read or written. */
final class Frames {
    static final int MOST_ASKED = 64 * 1024 * 1024;
    static final int MOST_ANSWERED = 16 * 1024 * 1024;

    private Frames() {}

    /** A message is longer than agreed. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int length, int most) {
            super(length + " bytes, but at most " + most + " are agreed");
        }
    }

    static void write(OutputStream to, byte[] message, int most) throws IOException {
        if (message.length > most) {
            throw new TooLong(message.length, most);
        }
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(message.length);
        out.write(message);
        out.flush();
    }

    /** EOFException when the other side has gone. */
    static byte[] read(InputStream from, int most) throws IOException {
        int length = new DataInputStream(from).readInt();
        if (length < 0 || length > most) {
            throw new TooLong(length, most);
        }
        byte[] message = from.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("only " + message.length + " of " + length + " bytes came");
        }
        return message;
    }
}
