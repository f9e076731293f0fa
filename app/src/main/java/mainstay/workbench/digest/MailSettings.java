package mainstay.workbench.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mainstay.shared.BadSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The mail server of the firm, as the operator names it.
///
/// @param host    empty where there is none
/// @param tls     `starttls` (needed, not only offered), `tls` from the first byte, or `none`
/// @param user    empty where the server asks for no name
/// @param from    address that mails come from
/// @param domains that addresses may end in, parted by commas; blank: any
@Component
record MailSettings(
        @Value("${mainstay.smtp.host:}") String host,
        @Value("${mainstay.smtp.port:587}") int port,
        @Value("${mainstay.smtp.tls:starttls}") String tls,
        @Value("${mainstay.smtp.user:}") String user,
        @Value("${mainstay.smtp.password:}") String password,
        @Value("${mainstay.smtp.from:}") String from,
        @Value("${mainstay.smtp.domains:}") String domains) {

    MailSettings {
        if (!host.isBlank()) {
            if (from.isBlank()) {
                throw new BadSetting("MAINSTAY_SMTP_HOST is set: MAINSTAY_SMTP_FROM has to be set too.");
            }
            if (!List.of("starttls", "tls", "none").contains(tls)) {
                throw new BadSetting("MAINSTAY_SMTP_TLS cannot be %s: it is starttls, tls or none.".formatted(tls));
            }
        }
    }

    boolean isOn() {
        return !host.isBlank();
    }

    boolean takes(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.isBlank()
                || Arrays.stream(domains.split(","))
                        .anyMatch(one -> one.strip().toLowerCase(Locale.ROOT).equals(domain));
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
