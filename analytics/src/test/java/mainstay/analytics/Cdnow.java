package mainstay.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import mainstay.analytics.purchase.PurchaseLog;

/// Purchases of 2,357 customers who first bought at CDNOW in early 1997 (Fader and Hardie).
public final class Cdnow {

    private Cdnow() {}

    public static PurchaseLog<String> sample() {
        var log = new PurchaseLog<String>();
        try (var lines = Files.lines(SharedData.file("cdnow/CDNOW_sample.txt"))) {
            lines.map(line -> line.strip().split("\\s+", -1)).forEach(fields -> {
                var day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
                log.add(fields[1], day, Double.parseDouble(fields[4]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }
}
