package milepost.news.send;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import milepost.facts.Evidence;
import milepost.news.outbox.Message;
import milepost.news.outbox.Piece;
import milepost.news.outbox.Readers;
import milepost.news.subscription.Rhythm;

/** What a mail says, as plain text and as simple HTML: which flags, why, and where to look. */
record Letter(String subject, String text, String html) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
    private static final int LONGEST_SUBJECT = 150;

    static Letter of(Message message, String site, String ending) {
        if (message.asks()) {
            return question(message, site);
        }
        if (message.test()) {
            String said = "This is a test: what you asked to be told of flags arrives here.";
            return new Letter("Milepost: a test", said + foot(site, ending), page("<p>" + said + "</p>", site, ending));
        }
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder();
        List<Piece> shown = message.pieces().stream().limit(Message.MOST).toList();
        ZoneId zone = message.subscription().rhythm().zone();
        for (Piece piece : shown) {
            text(text, piece, zone, site);
            html(html, piece, zone, site);
            Readers.Link link = message.links().get(piece.event());
            if (link != null) {
                String address = site + "/update/" + link.secret();
                text.append("Report in a minute: ").append(address).append('\n');
                html.append("<p><a href=\"").append(address).append("\">Report in a minute</a></p>");
            }
            text.append('\n');
        }
        int more = message.pieces().size() - shown.size();
        if (more > 0) {
            text.append("And ").append(more).append(" more: ").append(site).append("/flags\n\n");
            html.append("<p>And <a href=\"" + site + "/flags\">" + more + " more</a>.</p>");
        }
        return new Letter(subject(message), text + foot(site, ending), page(html.toString(), site, ending));
    }

    /** Holds no word that the asker chose but their name, as it goes to somebody who did not ask for it. */
    private static Letter question(Message message, String site) {
        String person = message.subscription().person();
        String link = site + "/confirm/" + message.subscription().id() + "."
                + message.subscription()
                        .keys()
                        .confirming(message.subscription().target());
        String asks = person + " asks that Milepost at " + site + " sends news of flags to this address, "
                + message.subscription().target() + ".";
        String then = "Nothing is sent unless you say yes. If you do not know what this is about, do nothing:"
                + " the link runs out after seven days.";
        String text = asks + "\n\nSay yes or no: " + link + "\n\n" + then + "\n";
        String html = "<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\"><p>" + escaped(asks)
                + "</p><p><a href=\"" + link + "\">Say yes or no</a></p><p><small>" + then
                + "</small></p></body></html>";
        return new Letter("Milepost: may news of flags be sent to you?", text, html);
    }

    private static String subject(Message message) {
        Piece first = message.pieces().get(0);
        boolean one = message.pieces().size() == 1;
        String said = one
                ? first.subject() + " " + verb(first) + ": " + first.message()
                : message.pieces().size() + " flags" + (digest(message) ? " since the last digest" : " changed");
        String plain = said.replaceAll("[\\p{Cntrl}]+", " ");
        return "Milepost: "
                + (plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT - 1) + "…" : plain);
    }

    private static boolean digest(Message message) {
        return message.subscription().rhythm().kind() != Rhythm.Kind.INSTANT;
    }

    private static void text(StringBuilder text, Piece piece, ZoneId zone, String site) {
        text.append(title(piece)).append('\n');
        text.append(piece.message()).append('\n');
        text.append(TIME.format(piece.at().atZone(zone)))
                .append(", rule ")
                .append(piece.rule())
                .append('\n');
        for (Evidence reason : piece.reasons()) {
            text.append("  ").append(reason(reason)).append('\n');
        }
        text.append(link(site, piece)).append('\n');
    }

    private static void html(StringBuilder html, Piece piece, ZoneId zone, String site) {
        html.append("<h2 style=\"font-size:16px\"><a href=\"")
                .append(link(site, piece))
                .append("\">")
                .append(escaped(title(piece)))
                .append("</a></h2><p>")
                .append(escaped(piece.message()))
                .append("<br><small>")
                .append(TIME.format(piece.at().atZone(zone)))
                .append(", rule ")
                .append(escaped(piece.rule()))
                .append("</small></p>");
        if (!piece.reasons().isEmpty()) {
            html.append("<ul>");
            piece.reasons()
                    .forEach(reason ->
                            html.append("<li>").append(escaped(reason(reason))).append("</li>"));
            html.append("</ul>");
        }
    }

    private static String title(Piece piece) {
        String severity = piece.severity().name();
        return severity.charAt(0) + severity.substring(1).toLowerCase(Locale.ROOT) + " flag " + verb(piece) + ": "
                + piece.roadmap() + " " + piece.subject() + (piece.title() == null ? "" : " " + piece.title());
    }

    private static String verb(Piece piece) {
        return piece.occasion().name().toLowerCase(Locale.ROOT);
    }

    private static String reason(Evidence evidence) {
        String whose = evidence.key() == null ? "No " + evidence.fact() : evidence.fact() + " " + evidence.key();
        return whose + ": " + evidence.field() + " = " + (evidence.value() == null ? "none" : evidence.value());
    }

    private static String link(String site, Piece piece) {
        return site + "/flags/" + piece.flag();
    }

    private static String foot(String site, String ending) {
        return "\n--\nYou asked to be told of this: " + site + "/account/notifications\nUnsubscribe: " + ending + "\n";
    }

    private static String page(String body, String site, String ending) {
        return "<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">" + body
                + "<p><small>You asked to be told of this: <a href=\"" + site
                + "/account/notifications\">notifications</a>. <a href=\"" + ending
                + "\">Unsubscribe</a>.</small></p></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
