package milepost.news.send;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a connection could not be secured, in words for whoever runs the other side. */
final class Insecure {
    private Insecure() {}

    static String why(SSLException failure) {
        if (find(failure, CertificateExpiredException.class).isPresent()) {
            return "its certificate has expired";
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return "its certificate is not valid yet";
        }
        if (find(failure, CertPathBuilderException.class).isPresent()) {
            return "its certificate is not signed by an authority that this server trusts";
        }
        boolean name = find(failure, SSLPeerUnverifiedException.class).isPresent()
                || find(failure, CertificateException.class)
                        .filter(e -> String.valueOf(e.getMessage()).startsWith("No "))
                        .isPresent();
        return name ? "its certificate is for another name" : String.valueOf(failure.getMessage());
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (kind.isInstance(e)) {
                return Optional.of(kind.cast(e));
            }
        }
        return Optional.empty();
    }
}
