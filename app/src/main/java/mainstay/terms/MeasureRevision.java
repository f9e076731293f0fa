package mainstay.terms;

import java.util.List;

/// A version of the measures and what it changed.
public record MeasureRevision(MeasureVersion version, List<MeasureVersion.Change> changes) {}
