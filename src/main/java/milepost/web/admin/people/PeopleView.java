package milepost.web.admin.people;

import java.util.List;
import milepost.access.Person;

/** Everybody who may use this server. */
public record PeopleView(List<Person> people, NewPerson typed) {}
