package mainstay.dossier;

import java.util.List;

/// Keeps who saw what is confidential.
public interface ReadLog {

    /// Writes down what is about to be shown, in a transaction of its own. Where that fails, nothing may
    /// be shown.
    void note(List<Look> looks);
}
