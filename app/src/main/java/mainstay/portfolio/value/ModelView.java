package mainstay.portfolio.value;

import java.util.List;
import mainstay.shared.web.Text;

/// The page on the model.
public record ModelView(RunRow run, List<Text> words, ModelReport report) {

    public boolean isChosen(ModelReport.Tried tried) {
        return tried.model().equals(run.model());
    }
}
