package mainstay.portfolio.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is earned of a sale: by the account's own costs of the last twelve months; with too few orders in these,
/// by its own of all days looked at; else by all costs known. Where no cost is known, sales less returns stand in,
/// and it is said.
///
/// @param firm of all sales whose cost is known; null without any
record Margins(@Nullable Double firm) {

    record Rate(String source, double rate) {}

    static Margins of(List<Buyer> buyers) {
        long known = buyers.stream().mapToLong(Buyer::known).sum();
        long profit = buyers.stream().mapToLong(Buyer::profit).sum();
        return new Margins(known > 0 ? (Double) ((double) profit / known) : null);
    }

    String basis() {
        return firm == null ? "sales" : "margin";
    }

    Rate of(Buyer buyer) {
        Double year = buyer.year().marginRate();
        if (year != null) {
            return new Rate("ownYear", year);
        }
        Double own = buyer.marginRate();
        if (own != null) {
            return new Rate("own", own);
        }
        return firm == null ? new Rate("sales", buyer.keptRate()) : new Rate("firm", firm);
    }
}
