package mainstay.rating.model;

import java.util.List;

/// A number of stars, the score it starts at and its gates.
public record Tier(int stars, double from, List<Gate> gates) {
    public Tier {
        if (stars < 1 || stars > 4) {
            throw new IllegalArgumentException("stars run from 1 to 4: " + stars);
        }
        gates = List.copyOf(gates);
    }
}
