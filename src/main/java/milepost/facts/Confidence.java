package milepost.facts;

/** How sure a manager is that what was promised will be delivered, worst last; the definitions are fixed. */
public enum Confidence {
    /** Delivery on time and in full looks highly likely, and nothing in sight threatens it. */
    GREEN,
    /** Delivery looks probable; attention is needed so that risks do not become issues. */
    AMBER_GREEN,
    /** Delivery looks feasible, but there are issues that need attention; they can be resolved if that is done now. */
    AMBER,
    /** Delivery is in doubt, with major risks or issues in several parts; urgent action is needed. */
    AMBER_RED,
    /** Delivery looks out of reach as things stand; there are issues that cannot be resolved without a new plan. */
    RED
}
