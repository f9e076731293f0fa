package mainstay.terms.price;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.FirmDesk;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}/prices")
@Tag(name = "Terms")
@Allowed.Everyone
class PriceApi {

    private final Accounts accounts;
    private final PriceAgreements prices;
    private final FirmDesk firm;
    private final Clock clock;

    PriceApi(Accounts accounts, PriceAgreements prices, FirmDesk firm, Clock clock) {
        this.accounts = accounts;
        this.prices = prices;
        this.firm = firm;
        this.clock = clock;
    }

    /// The price that counts for an account on a day; all but product and day are null where none is agreed.
    ///
    /// @param price    of a unit
    /// @param discount off the list price, as a fraction, where no price is agreed
    /// @param floor    that was known when it was agreed
    /// @param noFloor  why there is no floor: `noAgreement`, `discount`, `otherCurrency`, `otherUnit`, or
    ///   `noFloorPrice` where the ledger knew none for the product; null where there is one
    record PriceJson(
            String product,
            LocalDate on,
            @Nullable Long agreement,
            @Nullable BigDecimal price,
            @Nullable Double discount,
            @Nullable String currency,
            @Nullable String unit,
            @Nullable String region,
            @Nullable Boolean wholeGroup,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal floor,
            @Nullable String noFloor) {

        static PriceJson of(String product, LocalDate on, @Nullable PriceAgreement found, @Nullable String noFloor) {
            return found == null
                    ? new PriceJson(product, on, null, null, null, null, null, null, null, null, null, null, noFloor)
                    : new PriceJson(
                            product,
                            on,
                            found.id(),
                            Money.decimal(found.price()),
                            found.discount(),
                            found.currency(),
                            found.unit(),
                            found.region(),
                            found.wholeGroup(),
                            found.from(),
                            found.until(),
                            Money.decimal(found.floorPrice()),
                            noFloor);
        }
    }

    @GetMapping
    PriceJson of(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String region) {
        if (product.isBlank()) {
            throw new Problem.Invalid("price.noProduct");
        }
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        long account = accounts.at(code).id();
        PriceAgreement found =
                prices.inForce(account, product, unit, region, day).orElse(null);
        return PriceJson.of(product, day, found, found == null ? "noAgreement" : noFloor(found, product));
    }

    private @Nullable String noFloor(PriceAgreement found, String product) {
        if (found.floorPrice() != null) {
            return null;
        }
        if (found.price() == null) {
            return "discount";
        }
        if (!found.currency().equals(firm.settings().currency())) {
            return "otherCurrency";
        }
        String unit = prices.product(product, found.from(), found.until())
                .filter(known -> known.floorPrice() != null)
                .map(PriceAgreements.Product::unit)
                .orElse(null);
        return found.unit().isEmpty() || unit == null || unit.equals(found.unit()) ? "noFloorPrice" : "otherUnit";
    }
}
