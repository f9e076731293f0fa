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

    UnitDecision settle(UnitWish wish) {
        requireReach();
        Optional<BigDecimal> times = wish.times();
        if (!wish.isNamed()) {
            return UnitDecision.refused("units.notNamed");
        }
        if (times.isEmpty()) {
            return UnitDecision.refused("units.badFactor", wish.factor());
        }
        List<Counted> products = units.counted(wish.product(), wish.unit());
        if (products.isEmpty()) {
            return UnitDecision.refused("units.noProduct", wish.product());
        }
        Optional<String> other = products.stream()
                .map(Counted::base)
                .filter(Objects::nonNull)
                .filter(base -> !base.equals(wish.base()))
                .findFirst();
        if (other.isPresent()) {
            return UnitDecision.refused("units.otherBase", wish.product(), other.get());
        }
        products.forEach(product -> units.put(product.id(), wish.unit(), wish.base(), times.get()));
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
