package mainstay.dossier;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import mainstay.identity.FirmDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Figures with their unit, in a form that all languages of Mainstay read alike.
@Component
class FactCurrency {

    private final FirmDesk firm;

    FactCurrency(FirmDesk firm) {
        this.firm = firm;
    }

    @Nullable
    String unit(Field field) {
        return field.kind() == FieldKind.MONEY ? firm.settings().currency() : field.unit();
    }

    String shown(Field field, Fact fact) {
        BigDecimal figure = Objects.requireNonNullElse(fact.value().figure(), BigDecimal.ZERO);
        String digits = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(figure);
        String unit = unit(field);
        return unit == null ? digits : digits + " " + unit;
    }
}
