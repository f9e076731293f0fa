package mainstay.shared.web;

import java.math.BigInteger;
import java.net.InetAddress;

/// Addresses that begin with the same bits; a single address is a network of its own.
///
/// @param width how many bits an address of this kind has
record Network(BigInteger start, int prefix, int width) {

    /// @throws IllegalArgumentException when the text is neither an address nor a network like 10.0.0.0/8
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int width = address.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > width) {
            throw new IllegalArgumentException("a prefix has 0 to " + width + " bits, not " + prefix);
        }
        return new Network(number(address), prefix, width);
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length * Byte.SIZE == width
                && number(address).xor(start).shiftRight(width - prefix).signum() == 0;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
