package mainstay.portfolio;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// The accounts that eat profit, each with a verdict to consider and what it would bring.
@Component
class Remedies {
    private static final int MOST = 20;

    private final Verdicts verdicts;
    private final Texts texts;

    Remedies(Verdicts verdicts, Texts texts) {
        this.verdicts = verdicts;
        this.texts = texts;
    }

    Findings of(Accounting accounting, Locale locale) {
        List<Loss> losses = verdicts.losses(accounting);
        return Findings.of(
                        "loss-makers",
                        accounting.scope().group() ? "profit.whale.losses.groups" : "profit.whale.losses.accounts",
                        "profit",
                        "portfolio.effect",
                        accounting.whale().customers() == 0 ? "portfolio.noCostKnown" : "portfolio.nobodyLoses",
                        losses.stream()
                                .limit(MOST)
                                .map(loss -> finding(loss, accounting.scope().group(), locale))
                                .toList(),
                        losses.size())
                .withNote(losses.isEmpty() ? "" : summary(losses, locale));
    }

    private Finding finding(Loss loss, boolean group, Locale locale) {
        Remedy remedy = loss.remedy();
        AccountTotal total = loss.total();
        return new Finding(
                total.code(),
                total.name(),
                verdicts.sentence(loss, locale),
                loss.effect(),
                remedy.key() + ".tag",
                remedy.tone(),
                Finding.panel("business", group));
    }

    /// How often each verdict was found, with the money it could bring.
    private String summary(List<Loss> losses, Locale locale) {
        Map<Remedy, List<Loss>> byRemedy = losses.stream()
                .collect(Collectors.groupingBy(Loss::remedy, () -> new EnumMap<>(Remedy.class), Collectors.toList()));
        return byRemedy.entrySet().stream()
                .map(entry -> texts.get(
                        locale,
                        "portfolio.remedies.each",
                        texts.get(locale, entry.getKey().key() + ".tag"),
                        entry.getValue().size(),
                        money(entry.getValue().stream().mapToLong(Loss::effect).sum())))
                .collect(Collectors.joining(texts.get(locale, "portfolio.risk.and")));
    }

    private static Object money(long amount) {
        return new Money(amount).toDecimal();
    }
}
