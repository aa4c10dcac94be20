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
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
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

    /** What the mail server refuses for good is not sent again. */
    private static Undeliverable refused(SendFailedException failure) {
        int code = 0;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPSendFailedException sending) {
                code = sending.getReturnCode();
            } else if (e instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            }
        }
        return code >= PERMANENT
                ? new Undeliverable(Hope.NEVER, "The mail server refused it for good, with " + code + ".")
                : new Undeliverable(
                        Hope.LATER, "The mail server did not take it" + (code == 0 ? "." : ", with " + code + "."));
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
