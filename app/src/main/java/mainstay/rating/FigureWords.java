package mainstay.rating;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// Figures of criteria in the notation of the reader's language; a dash where there is none.
record FigureWords(Texts texts, Locale locale) {
    private static final String UNKNOWN = "—";

    String figure(String unit, @Nullable Double figure) {
        return figure == null ? UNKNOWN : texts.get(locale, "rating.figure." + unit, figure);
    }

    String points(@Nullable Double points) {
        return points == null ? UNKNOWN : texts.get(locale, "rating.figure.points", points);
    }

    /// With its sign, also where it is above zero.
    String effect(double points) {
        return texts.get(locale, "rating.figure.effect", points);
    }

    String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /// @param name in the firm's own words; null where the product has a name for it
    String criterion(String code, @Nullable String name) {
        return name == null ? texts.get(locale, "rating.criterion." + code) : name;
    }

    String groupPoints(String group) {
        return texts.get(locale, "rating.gateGroup", texts.get(locale, "rating.group." + group));
    }

    /// What a tier asks for, and what there is of it.
    String gate(int stars, String minimum, String of, String found) {
        return texts.get(locale, "rating.gate", stars, minimum, of, found);
    }

    String panel(Part part) {
        return switch (part.code()) {
            case "floorPrice", "territory" -> "findings";
            default -> part.group().equals("finance") ? "receivables" : "business";
        };
    }
}
