package milepost.web.officer.milestone;

import java.util.List;
import milepost.facts.Milestone;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Edit;
import milepost.web.layout.Links;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;

/**
 * What the page prints that asks whether a milestone shall go.
 *
 * @param waiting milestones that wait for this one
 * @param participants how many go with it
 */
public record RemoveView(
        Milestone milestone,
        String roadmap,
        String roadmapHref,
        String home,
        List<String> waiting,
        long participants,
        Effect effect) {
    static RemoveView of(MilestoneRequest request) {
        Milestone m = request.milestone();
        Edit removal = new Edit.Removal(Milestone.class, m.key(), m.recorded().version());
        Saved dry = request.parts().roadmaps().preview(request.roadmap(), List.of(removal));
        return new RemoveView(
                m,
                request.snapshot().roadmap().title(),
                Links.roadmap(request.roadmap()),
                request.home(),
                request.snapshot().dependencies().stream()
                        .filter(d -> d.predecessor().equals(m.key()))
                        .map(d -> d.successor())
                        .toList(),
                request.snapshot().participants().stream()
                        .filter(p -> p.milestone().equals(m.key()))
                        .count(),
                Effect.planned("If you remove it:", dry.flags(), dry.setAside()));
    }

    /** The removal of the version that the page showed. */
    static Edit edit(Milestone m, Form form) {
        return new Edit.Removal(Milestone.class, m.key(), new Answers(form).version("version"));
    }
}
