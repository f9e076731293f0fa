package mainstay.activity;

import java.time.Instant;
import java.util.Map;

/// How an activity stood before it was corrected.
///
/// @param content by name of what it holds; unknown is empty
/// @param author  who wrote it so
public record ActivityVersion(int revision, Map<String, String> content, String author, Instant at) {}
