/** The rules that hold the program to its design, and classes planted to show that they bite. */
package milepost.architecture;
