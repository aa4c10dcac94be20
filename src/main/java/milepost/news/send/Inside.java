package milepost.news.send;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses are inside: those of this machine, of private and shared networks, and those that mean nothing to the public
 * Internet (RFC 6890). Also by their IPv6 forms: an IPv4 address that is mapped, translated or tunnelled is judged as itself.
 */
final class Inside {
    private Inside() {}

    static boolean is(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address four ? four(four.getAddress()) : six((Inet6Address) address))
                || ours(address);
    }

    private static boolean four(byte[] a) {
        int first = a[0] & 255;
        int second = a[1] & 255;
        int third = a[2] & 255;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128) // shared by carriers
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
    }

    private static boolean six(Inet6Address address) {
        byte[] a = address.getAddress();
        int first = (a[0] & 255) << 8 | a[1] & 255;
        int second = (a[2] & 255) << 8 | a[3] & 255;
        if ((first & 0xfe00) == 0xfc00) {
            return true; // unique local
        }
        if (first == 0x0064 && second == 0xff9b) {
            return a[4] != 0 || a[5] != 0 || is(embedded(a, 12)); // translated, or translated within a site
        }
        if (first == 0x2002) {
            return is(embedded(a, 2));
        }
        if ((a[8] & 0xfd) == 0 && a[9] == 0 && a[10] == 0x5e && (a[11] & 255) == 0xfe) {
            return true; // tunnelled within a site (RFC 5214)
        }
        boolean lowest = zero(a, 10);
        boolean tunnelOrDocs = first == 0x2001 && (second == 0 || second == 0x0db8 || second < 0x0200)
                || (first == 0x3fff && second < 0x1000)
                || first == 0x5f00;
        return lowest || tunnelOrDocs || (first == 0x0100 && zero(Arrays.copyOfRange(a, 2, 8), 6));
    }

    private static boolean zero(byte[] bytes, int many) {
        for (int i = 0; i < many; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean ours(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
