package milepost.web.officer.milestone;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Recorded;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;

/**
 * What the page prints where two people changed the same milestone.
 *
 * @param base version that the editor began with
 * @param hidden fields that the merged form carries on
 * @param unanswered whether the form was sent with a choice left open
 */
public record MergeView(
        EditView edit,
        String title,
        Recorded theirs,
        String theirsAt,
        String base,
        long current,
        List<Row> rows,
        Map<String, String> hidden,
        boolean unanswered) {

    /** One field in its three states. */
    public record Row(String id, String label, FormMerge.Field field) {
        public String show(String value) {
            return Labels.typed(field.name(), value);
        }

        /** Whose value it will be where no choice is needed. */
        public boolean mine() {
            return field.mineChanged();
        }
    }

    static MergeView of(MilestoneRequest request, Form typed, Effect effect, FormMerge merge) {
        Milestone now = request.milestone();
        Recorded latest = MilestoneRequest.latest(request.snapshot(), now);
        Labels labels = new Labels(request.snapshot());
        List<Row> rows = merge.fields().stream()
                .filter(f -> !f.name().equals(MilestoneForm.REASON))
                .filter(f -> !f.name().startsWith(MilestoneForm.BECAUSE))
                .map(f -> new Row(Form.id(f.name()), labels.of(f.name()), f))
                .toList();
        return new MergeView(
                EditView.of(request, merge.merged(), effect),
                now.title(),
                latest,
                Words.time(latest.at(), request.snapshot().roadmap().zone()),
                typed.value("version"),
                now.recorded().version(),
                rows,
                merge.merged().values().entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty() || !e.getKey().startsWith("requires/"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                typed.values().keySet().stream().anyMatch(name -> name.startsWith(FormMerge.THEIRS)));
    }

    public long conflicts() {
        return rows.stream().filter(r -> r.field().conflict()).count();
    }
}
