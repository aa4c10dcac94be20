package milepost;

import picocli.CommandLine.Option;

/** Where people reach the site, for the links that a command prints. */
final class SiteAddress {
    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:MILEPOST_ADDRESS:-http://127.0.0.1:7070}",
            description =
                    "Where people reach the site, for the link. Also MILEPOST_ADDRESS. Default: http://127.0.0.1:7070.")
    private String address = "http://127.0.0.1:7070";

    String signInLink(String token) {
        return address.replaceAll("/+$", "") + "/sign-in/link/" + token;
    }
}
