package milepost.flags.board;

import java.util.List;
import java.util.Optional;
import milepost.db.Database;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;

/** The views that people keep of the list of flags; each person sees their own. */
public final class SavedViews {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST = 50;

    private final Database database;
    private final BoardStore store = new BoardStore();

    public SavedViews(Database database) {
        this.database = database;
    }

    /** Those of a person by name. */
    public List<SavedView> of(String person) {
        return database.read(tx -> store.views(tx, person));
    }

    /** Where the list begins for a person. */
    public Optional<SavedView> findStandard(String person) {
        return of(person).stream().filter(SavedView::standard).findFirst();
    }

    /** Keeps a view, instead of the one of the same name if there is one; INVALID with the field that is wrong. */
    public void save(String person, String name, String address, boolean standard) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw invalid("name", "Give the view a name of at most " + LONGEST_NAME + " characters.");
        }
        if (address.length() > LONGEST_ADDRESS) {
            throw invalid("name", "These filters are too many to be kept; choose fewer.");
        }
        database.write(tx -> {
            List<SavedView> all = store.views(tx, person);
            if (all.size() >= MOST) {
                throw invalid("name", "You keep " + MOST + " views already; remove one first.");
            }
            if (standard) {
                store.noStandard(tx, person);
            }
            store.removeView(tx, person, name.strip());
            store.addView(tx, person, new SavedView(0, name.strip(), address, standard));
            return null;
        });
    }

    /** Lets the list begin with one of a person's own views, or with none; nothing happens when there is none of this id. */
    public void begin(String person, long id, boolean standard) {
        database.write(tx -> {
            store.noStandard(tx, person);
            if (standard) {
                store.standard(tx, person, id);
            }
            return null;
        });
    }

    /** Removes one of a person's own views; nothing happens when there is none of this id. */
    public void remove(String person, long id) {
        database.write(tx -> {
            store.removeView(tx, person, id);
            return null;
        });
    }

    private static Problem invalid(String field, String message) {
        return new Problem(Problem.Kind.INVALID, message, List.of(new FieldError(field, message)));
    }
}
