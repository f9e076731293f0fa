package mainstay.workbench.digest;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// Speaks to the mail server of the firm.
@Component
class Mailer {

    private static final String PATIENCE_MS = "15000";

    private final MailSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    Mailer(MailSettings settings) {
        this.settings = settings;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        boolean fromTheStart = settings.tls().equals("tls");
        sender.setProtocol(fromTheStart ? "smtps" : "smtp");
        String protocol = "mail." + sender.getProtocol();
        Properties mail = sender.getJavaMailProperties();
        mail.put(protocol + ".starttls.enable", String.valueOf(settings.tls().equals("starttls")));
        mail.put(protocol + ".starttls.required", String.valueOf(settings.tls().equals("starttls")));
        mail.put(protocol + ".ssl.checkserveridentity", "true");
        mail.put(protocol + ".connectiontimeout", PATIENCE_MS);
        mail.put(protocol + ".timeout", PATIENCE_MS);
        mail.put(protocol + ".writetimeout", PATIENCE_MS);
        if (!settings.user().isBlank()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            mail.put(protocol + ".auth", "true");
        }
    }

    /// @throws org.springframework.mail.MailException when the server does not take it
    void send(String to, Mail mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(to);
        message.setSubject(mail.subject());
        message.setText(mail.text());
        sender.send(message);
    }
}
