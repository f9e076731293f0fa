package mainstay.workbench.digest;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A wish for the list of the day by mail, as somebody writes it.
///
/// @param on any word where it is ticked
public record DigestForm(
        @Nullable String address,
        @Nullable String hour,
        @Nullable String on) {

    static final int FIRST = 4;
    static final int LAST = 20;
    private static final int LONGEST = 254;

    static DigestForm of(@Nullable DigestWish wish) {
        return wish == null
                ? new DigestForm("", "7", "")
                : new DigestForm(wish.address(), String.valueOf(wish.hour()), wish.on() ? "yes" : "");
    }

    public String writtenAddress() {
        return address == null ? "" : address.strip();
    }

    public String writtenHour() {
        return hour == null ? "" : hour.strip();
    }

    public boolean isOn() {
        return on != null && !on.isEmpty();
    }

    Map<String, Text> refusals(MailSettings mail) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        if (!isOn()) {
            return refusals;
        }
        if (!isAddress()) {
            refusals.put("address", Text.of("digest.badAddress"));
        } else if (!mail.takes(writtenAddress())) {
            refusals.put("address", Text.of("digest.badDomain", mail.domains()));
        }
        int from = writtenHour().matches("\\d{1,2}") ? Integer.parseInt(writtenHour()) : -1;
        if (from < FIRST || from > LAST) {
            refusals.put("hour", Text.of("digest.badHour", FIRST, LAST));
        }
        return refusals;
    }

    /// To be asked where nothing is refused and it is on.
    DigestWish wish(long user) {
        return new DigestWish(user, writtenAddress(), Integer.parseInt(writtenHour()), isOn());
    }

    private boolean isAddress() {
        String written = writtenAddress();
        if (written.length() > LONGEST
                || !HarmlessText.is(written)
                || !written.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+")) {
            return false;
        }
        try {
            new InternetAddress(written, true).validate();
            return true;
        } catch (AddressException refused) {
            return false;
        }
    }
}
