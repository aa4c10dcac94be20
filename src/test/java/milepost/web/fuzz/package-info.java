/** Random and mutated requests and files against the whole site. Promise: the same seed sends the same. */
package milepost.web.fuzz;
