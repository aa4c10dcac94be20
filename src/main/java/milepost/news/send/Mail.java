package milepost.news.send;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.function.Supplier;
import milepost.news.outbox.Message;
import milepost.news.outbox.Transport;
import milepost.news.outbox.Undeliverable;
import milepost.news.outbox.Undeliverable.Hope;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Messages as mail, handed over to a mail server; each can be ended from within the mail (RFC 8058). */
public final class Mail implements Transport {
    private static final int PERMANENT = 500;
    private static final int LONGEST_REASON = 300;

    private final MailServer server;
    private final Supplier<String> site;
    private final Session session;

    /**
     * A way out.
     *
     * @param site address of this site, without a slash at its end
     */
    public Mail(MailServer server, Supplier<String> site) {
        this.server = server;
        this.site = site;
        this.session = Session.getInstance(server.properties());
    }

    @Override
    public void send(Message message) throws Undeliverable {
        try (jakarta.mail.Transport transport = session.getTransport()) {
            MimeMessage mail = mail(message);
            transport.connect(server.user(), server.password());
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AuthenticationFailedException e) {
            throw new Undeliverable(Hope.LATER, "The mail server does not take the name and password of this server.");
        } catch (SendFailedException e) {
            throw refused(e);
        } catch (MessagingException e) {
            throw new Undeliverable(Hope.LATER, "Mail could not be handed over: " + firstLine(e));
        }
    }

    private static String firstLine(MessagingException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    private MimeMessage mail(Message message) throws MessagingException {
        String ending = site.get() + "/unsubscribe/" + message.subscription().id() + "."
                + message.subscription().keys().ending();
        Letter letter = Letter.of(message, site.get(), ending);
        MimeMessage mail = new Named(session, "<" + message.name() + "@" + host() + ">");
        mail.setFrom(new InternetAddress(server.from()));
        mail.setRecipients(
                MimeMessage.RecipientType.TO,
                new Address[] {new InternetAddress(message.subscription().target())});
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.now()));
        mail.setHeader("List-Unsubscribe", "<" + ending + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private String host() {
        String host = URI.create(site.get()).getHost();
        return host == null ? "milepost" : host;
    }

    /**
     * An address that is refused for good takes no other mail either; a mail that is refused for good is not sent again. What the
     * server does not want to be asked at all (5.7.x, or who the mail comes from) is a matter of settings, which may be mended.
     */
    private static Undeliverable refused(SendFailedException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException address) {
                boolean policy = firstLine(address).contains(" 5.7.");
                boolean gone = address.getReturnCode() >= PERMANENT && !policy;
                return gone
                        ? new Undeliverable(
                                Hope.GONE, "The mail server refused the address for good: " + firstLine(address))
                        : new Undeliverable(Hope.LATER, "The mail server did not take it: " + firstLine(address));
            }
            if (e instanceof SMTPSendFailedException sending && beginning(sending)) {
                return new Undeliverable(
                        Hope.LATER, "The mail server does not take mail from this server: " + firstLine(sending));
            }
            if (e instanceof SMTPSendFailedException sending && sending.getReturnCode() >= PERMANENT) {
                return new Undeliverable(Hope.NEVER, "The mail server refused it for good: " + firstLine(sending));
            }
        }
        return new Undeliverable(Hope.LATER, "The mail server did not take it: " + firstLine(failure));
    }

    private static boolean beginning(SMTPSendFailedException failure) {
        return String.valueOf(failure.getCommand()).startsWith("MAIL FROM");
    }

    /** A mail that keeps its name however often it is sent. */
    private static final class Named extends MimeMessage {
        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
