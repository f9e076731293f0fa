package mainstay.ledger;

/// How many of its base unit are in another unit of a product.
///
/// @param times exact, as a decimal number
public record ProductUnit(
        long productId,
        String source,
        String code,
        String name,
        String unit,
        String base,
        String times,
        String byUser) {}
