package milepost.news.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that refuses one step of a delivery with an answer, and takes every other. */
final class Refusing implements AutoCloseable {
    private final ServerSocket server;
    private final String step;
    private final String answer;

    Refusing(String step, String answer) throws IOException {
        this.server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        this.step = step;
        this.answer = answer;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        say(socket, "220 mail.example ready");
        String line = in.readLine();
        while (line != null) {
            String said = line.toUpperCase(Locale.ROOT);
            boolean refused = said.startsWith(step);
            if (said.startsWith("QUIT")) {
                say(socket, "221 bye");
                return;
            }
            if (said.startsWith("DATA")) {
                say(socket, "354 go on");
                while (!".".equals(in.readLine())) {
                    Thread.onSpinWait();
                }
            }
            say(socket, refused ? answer : "250 fine");
            line = in.readLine();
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
