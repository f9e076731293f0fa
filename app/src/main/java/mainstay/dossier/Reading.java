package mainstay.dossier;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A value that is read and never typed.
///
/// @param value what the reader is told
/// @param link  page on which it is explained; null where there is none
public record Reading(Text value, @Nullable String link) {}
