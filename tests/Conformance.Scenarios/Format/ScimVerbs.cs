using static Conformance.Scenarios.Format.ValueKind;

namespace Conformance.Scenarios.Format;

/// <summary>What the identity provider's provisioning client does.</summary>
internal static class ScimVerbs
{
    public static IReadOnlyList<VerbDescription> All { get; } =
    [
        new(
            new("scim", Text, "The provisioning client sends one SCIM request: method and path below the base URL. What it creates is deleted when the scenario ends."),
            [
                new("query", Values, "Parameters of the query, encoded on the way."),
                new("user", Values, "A whole user as this server wants one, with these attributes in place of the usual ones; usual: true changes none."),
                new("group", Values, "A whole group, with these attributes in place of the usual ones; usual: true changes none."),
                new("without", ValueKind.Words, "Attributes left out of the user or group."),
                new("patch", Maps, "The operations of a PATCH.")
                {
                    Keys =
                    [
                        new("op", Text, "add, remove or replace, as the client writes it."),
                        new("path", Text, "Where."),
                        new("value", Expectation, "What."),
                    ],
                },
                new("body", Values, "The body as a document; unquoted true, false, null and numbers are such in JSON too. A map with usual: user or usual: group is a whole one."),
                new("raw", Text, "The body word for word."),
                new("headers", Values, "Headers in place of the usual ones."),
                new("by", Text, "Whose token is sent; own if left out.") { Words = ["own", "nobody", "garbage", "other", "read-only"] },
                new("unless", Text, "What says that the server does not offer this, so that the case is skipped: invalidFilter (it declines the filter), refused, one-value-kept (of several sent).")
                {
                    Words = ["invalidFilter", "refused", "one-value-kept"],
                },
                new("at-once", Count, "How often the request is sent at the same time."),
                new("as", Text, "A name for what the answer describes, as in ${ada.id} and ${ada.body.userName}."),
                new("expect", Map, "What the answer is.")
                {
                    Keys =
                    [
                        new("status", Expectation, "The status."),
                        new("headers", Expectations, "Header → value or matcher."),
                        new("body", Expectation, "Part of the JSON document: names in any case, lists in any order, other members ignored."),
                        new("error", Expectation, "The body is a SCIM error of this status with this scimType; any: whichever."),
                        new("resource", Text, "The body is a whole resource: schemas, id, meta.") { Words = ["user", "group"] },
                        new("list", Flag, "The body is a ListResponse."),
                        new("finds", ValueKind.Words, "Names of what the list holds; of what the scenario has created it holds nothing else."),
                        new("exactly-one", Text, "Of the requests sent at once, one alone has this status."),
                        new("others", Text, "The status of the rest of them."),
                    ],
                },
            ]),
        new(
            new("scim-pages", Text, "The provisioning client reads a list page by page: nothing comes twice, nothing is left out, and each page says the truth about itself."),
            [
                new("count", Count, "How many a page may hold; 2 if left out."),
                new("query", Values, "Other parameters of the query."),
                new("finds", ValueKind.Words, "Names of what has to be found, each once."),
            ]),
    ];
}
