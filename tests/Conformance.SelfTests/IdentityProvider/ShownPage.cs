using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Conformance.Fakes.IdentityProvider;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>What a browser shows after all redirects.</summary>
internal sealed record ShownPage(Uri Url, int Status, string Html)
{
    private readonly IHtmlDocument _document = new HtmlParser().ParseDocument(Html);

    public string? Kind => IdpPages.KindOf(Html);

    public string Text => _document.Body?.TextContent ?? "";

    public string Action => Form.GetAttribute("action") ?? "";

    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        [.. Form.QuerySelectorAll("input").Cast<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name ?? "", input.Value))];

    public IReadOnlyDictionary<string, string> Links => _document.QuerySelectorAll("a")
        .ToDictionary(link => link.TextContent, link => link.GetAttribute("href") ?? "", StringComparer.Ordinal);

    private IHtmlFormElement Form => _document.Forms[0];

    public string this[string field] => Fields.First(pair => pair.Key == field).Value;
}
