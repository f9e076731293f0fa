package mainstay.terms.price;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Agreed prices that end, for whoever talks to the account before they do.
@Service
@Transactional(readOnly = true)
public class EndingPrices {

    private final PriceAgreements prices;

    EndingPrices(PriceAgreements prices) {
        this.prices = prices;
    }

    /// One of them.
    ///
    /// @param about    code of a product, or a category
    /// @param price    of a unit, in ten-thousandths; null where a discount was agreed
    /// @param discount off the list price, as a fraction
    /// @param unit     empty: whatever the lines state
    /// @param region   empty: any
    public record EndingPrice(
            String about,
            @Nullable Long price,
            @Nullable Double discount,
            String currency,
            String unit,
            String region,
            LocalDate until) {}

    /// What holds, or is going to hold, for an account or its group and ends on one of some days, the next first.
    public List<EndingPrice> between(long account, LocalDate first, LocalDate last) {
        return prices.ending(account, first, last);
    }
}
