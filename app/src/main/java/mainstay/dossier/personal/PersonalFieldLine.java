package mainstay.dossier.personal;

import java.util.Map;
import mainstay.shared.web.Text;

/// A field with what is or was written of it.
///
/// @param refusals by name of the form's field
public record PersonalFieldLine(PersonalField field, PersonalFieldForm form, Map<String, Text> refusals) {}
