package mainstay.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.ProductUnits.Counted;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people say how many of its base unit are in a unit of a product. It counts for lines of all time.
@Service
@Transactional
class UnitDesk {

    private final ProductUnits units;

    UnitDesk(ProductUnits units) {
        this.units = units;
    }

    @Transactional(readOnly = true)
    List<ProductUnit> all() {
        return units.all();
    }

    @Transactional(readOnly = true)
    List<NamedProduct> products(String typed) {
        return units.productsLike(typed.strip());
    }

    /// Every unit that files or people have named.
    @Transactional(readOnly = true)
    List<String> known() {
        return units.known();
    }

    UnitDecision settle(UnitWish wish) {
        requireReach();
        Optional<UnitDecision> refusal = wish.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Counted> products = units.counted(wish.product(), wish.unit());
        if (products.isEmpty()) {
            return UnitDecision.refused("product", "units.noProduct", wish.product());
        }
        Optional<String> other = products.stream()
                .map(Counted::base)
                .filter(Objects::nonNull)
                .filter(base -> !base.equals(wish.base()))
                .findFirst();
        if (other.isPresent()) {
            return UnitDecision.refused("base", "units.otherBase", wish.product(), other.get());
        }
        BigDecimal times = wish.times().orElseThrow();
        products.forEach(product -> units.put(product.id(), wish.unit(), wish.base(), times));
        return new UnitDecision.Kept();
    }

    void remove(long product, String unit) {
        requireReach();
        if (!units.delete(product, unit)) {
            throw new Problem.NotFound("units.gone");
        }
    }

    private static void requireReach() {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            throw new Problem.Forbidden("error.403");
        }
    }
}
