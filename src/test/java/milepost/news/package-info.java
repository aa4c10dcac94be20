/** What is told of flags, to whom and when. */
package milepost.news;
