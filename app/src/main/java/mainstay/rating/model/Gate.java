package mainstay.rating.model;

/// A condition of a tier that a good score cannot make up for. It binds only where the figure is known.
public sealed interface Gate {

    double minimum();

    /// The points of a whole group, weighted over its known criteria.
    record OfGroup(CriterionGroup group, double minimum) implements Gate {}

    /// The figure itself, such as an assessed mark.
    record OfFigure(String criterion, double minimum) implements Gate {}
}
