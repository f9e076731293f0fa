package mainstay.ledger;

import java.math.BigDecimal;
import java.util.List;
import mainstay.shared.Money;

/// What applying rates changed, for programs.
record RetranslationJson(boolean all, long changed, long withoutRate, long provenMonths, List<Part> kinds) {

    record Part(
            String kind,
            long rows,
            long changed,
            long withoutRateBefore,
            long withoutRate,
            BigDecimal amountBefore,
            BigDecimal amount) {}

    static RetranslationJson of(Retranslation done) {
        return new RetranslationJson(
                done.everything(),
                done.changed(),
                done.unknownAfter(),
                done.parts().stream()
                        .mapToLong(Retranslation.Part::provenMonths)
                        .max()
                        .orElse(0),
                done.parts().stream().map(RetranslationJson::part).toList());
    }

    private static Part part(Retranslation.Part part) {
        return new Part(
                part.kind(),
                part.rows(),
                part.changed(),
                part.unknownBefore(),
                part.unknownAfter(),
                new Money(part.amountBefore()).toDecimal(),
                new Money(part.amountAfter()).toDecimal());
    }
}
