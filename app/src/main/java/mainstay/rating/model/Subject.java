package mainstay.rating.model;

import java.util.List;

/// An account with its figures, in the order of the model's criteria.
public record Subject(long account, List<Figure> figures) {}
