using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Conformance.Player.Drivers;

/// <summary>A page read without a browser: its forms, fields, links and text, found by the names a person sees.</summary>
internal sealed partial class HtmlPage
{
    private static readonly HtmlParser Parser = new();
    private readonly string _source;
    private readonly Lazy<(IHtmlDocument Document, Uri Url)> _parsed;
    private readonly Dictionary<IElement, string> _typed = [];
    private readonly Dictionary<IElement, (string Name, byte[] Content)> _files = [];

    public HtmlPage(Uri url, string html)
    {
        _source = html;

        // Most pages are read by nobody: those of a refusal, when the session is what counts.
        _parsed = new(() =>
        {
            var document = Parser.ParseDocument(html);
            var href = document.QuerySelector("base[href]")?.GetAttribute("href");
            return (document, href is null ? url : new Uri(url, href));
        });
    }

    /// <summary>The text a person reads, white space collapsed.</summary>
    public string Text => Collapse(Document.Body is { } body ? ReadableText(body) : string.Empty);

    /// <summary>The form that the page submits by itself, as the HTTP-POST binding has it; <c>null</c> when the page waits for a person.</summary>
    public FormSubmission? AutoSubmitted()
    {
        // What neither carries a message nor calls submit waits for a person; that is most pages, and seen without parsing them.
        if (!_source.Contains("<form", StringComparison.OrdinalIgnoreCase)
            || !(_source.Contains("SAML", StringComparison.Ordinal) || SubmitCall().IsMatch(_source)))
        {
            return null;
        }

        foreach (var form in Document.Forms)
        {
            var hidden = form.QuerySelectorAll("input").Where(input => TypeOf(input) == "hidden").ToList();
            var carriesSaml = hidden.Any(input => input.GetAttribute("name") is "SAMLResponse" or "SAMLRequest" or "SAMLart");
            var asksPerson = form.QuerySelectorAll("input,select,textarea").Any(input => TypeOf(input) is not ("hidden" or "submit" or "button" or "image"));
            if (!asksPerson && (SubmitsByScript(form) || (carriesSaml && Document.Scripts.Length == 0 && Document.Forms.Length == 1)))
            {
                return Submission(form, null);
            }
        }

        return null;
    }

    /// <summary>Where a <c>meta refresh</c> without delay leads; <c>null</c> when there is none.</summary>
    public Uri? Refresh()
    {
        if (!_source.Contains("http-equiv", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var content = Document.QuerySelector("meta[http-equiv=refresh i]")?.GetAttribute("content");
        var url = content?.IndexOf("url=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return url < 0 || !content!.TrimStart().StartsWith('0') ? null : BrowserAddress.Resolve(Url, content[(url + 4)..].Trim(' ', '\'', '"'));
    }

    /// <summary>What pressing the button or link of that name does; <c>null</c> when there is none.</summary>
    public FormSubmission? Press(string name)
    {
        var candidates = Document.QuerySelectorAll("button,input[type=submit],input[type=button],input[type=image],a[href],[role=button]").ToList();
        var hit = candidates.FirstOrDefault(e => Matches(NameOf(e), name))
            ?? candidates.FirstOrDefault(e => NameOf(e).Contains(name, StringComparison.OrdinalIgnoreCase));
        return hit switch
        {
            null => null,
            IHtmlAnchorElement => new FormSubmission(HttpMethod.Get, new Uri(Url, hit.GetAttribute("href")!), [], null),
            _ when hit.Closest("form") is IHtmlFormElement form => Submission(form, hit),
            _ when hit.GetAttribute("form") is { } id && Document.GetElementById(id) is IHtmlFormElement form => Submission(form, hit),
            _ => null,
        };
    }

    public bool Fill(string label, string value)
    {
        if (Field(label) is not { } field)
        {
            return false;
        }

        _typed[field] = value;
        return true;
    }

    public bool Upload(string label, string fileName, byte[] content)
    {
        if (Field(label) is not { } field)
        {
            return false;
        }

        _files[field] = (fileName, content);
        return true;
    }

    public bool HasHeading(string text) =>
        Document.QuerySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]").Any(h => Collapse(h.TextContent).Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many elements a CSS selector finds.</summary>
    public int Count(string css) => Document.QuerySelectorAll(css).Length;

    /// <summary>The value found by a CSS selector: the field's value, or the element's text.</summary>
    public string? ValueAt(string css) => Document.QuerySelector(css) is { } element ? ValueOf(element) : null;

    /// <summary>The value shown beside a label: the field's value, or the text of the element the label names.</summary>
    public string? ValueLabelled(string label) =>
        Field(label) is { } field
            ? ValueOf(field)
            : Document.QuerySelectorAll("dt,th").FirstOrDefault(e => Matches(Collapse(e.TextContent), label))?.NextElementSibling is { } next
                ? Collapse(next.TextContent)
                : null;

    /// <summary>What a person could press or fill in, for messages.</summary>
    public string Offers()
    {
        var names = Document.QuerySelectorAll("button,input[type=submit],a[href],[role=button]").Select(e => $"\"{NameOf(e)}\"");
        var labels = Document.QuerySelectorAll("label").Select(e => $"\"{LabelText(e)}\"");
        return $"buttons and links: {Join(names)}; fields: {Join(labels)}";
    }

    private static string Join(IEnumerable<string> names)
    {
        var list = names.Where(name => name.Length > 2).Distinct(StringComparer.Ordinal).Take(12).ToList();
        return list.Count == 0 ? "none" : string.Join(", ", list);
    }

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? string.Empty,
        _ => Collapse(element.TextContent),
    };

    private static string TypeOf(IElement input) =>
        input.LocalName == "input" ? input.GetAttribute("type")?.ToLowerInvariant() ?? "text" : input.LocalName;

    private static string NameOf(IElement element) => Collapse(
        element.GetAttribute("aria-label")
        ?? (element.LocalName == "input" ? element.GetAttribute("value") ?? element.GetAttribute("alt") ?? string.Empty : element.TextContent));

    private static bool Matches(string actual, string wanted) => string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ReadableText(IElement element) => TextWithout("script,style,template,noscript", element);

    // What there is to choose from belongs to the field in the label, not to the label.
    private static string LabelText(IElement label) => Collapse(TextWithout("select,textarea,output", label));

    private static string TextWithout(string css, IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var left in copy.QuerySelectorAll(css))
        {
            left.Remove();
        }

        return copy.TextContent;
    }

    private IHtmlDocument Document => _parsed.Value.Document;

    private Uri Url => _parsed.Value.Url;

    private bool SubmitsByScript(IHtmlFormElement form)
    {
        var names = new[] { form.Id, form.GetAttribute("name"), "forms[0]" };
        return Document.Scripts.Select(script => script.Text)
            .Append(Document.Body?.GetAttribute("onload") ?? string.Empty)
            .Any(script => SubmitCall().IsMatch(script)
                && (Document.Forms.Length == 1 || names.Any(name => !string.IsNullOrEmpty(name) && script.Contains(name, StringComparison.Ordinal))));
    }

    // form.submit(), requestSubmit(), HTMLFormElement.prototype.submit.call(form), and a button that is pressed by script.
    [GeneratedRegex(@"submit\s*(\.\s*(call|apply))?\s*\(|\.click\s*\(\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex SubmitCall();

    private IElement? Field(string label)
    {
        foreach (var element in Document.QuerySelectorAll("label"))
        {
            if (!Matches(LabelText(element).TrimEnd(':', '*', ' '), label.TrimEnd(':')))
            {
                continue;
            }

            var field = element.GetAttribute("for") is { } id ? Document.GetElementById(id) : element.QuerySelector("input,select,textarea,output");
            if (field is not null)
            {
                return field;
            }
        }

        return Document.QuerySelectorAll("input,select,textarea").FirstOrDefault(e =>
            Matches(e.GetAttribute("aria-label") ?? string.Empty, label)
            || Matches(e.GetAttribute("placeholder") ?? string.Empty, label)
            || Matches(e.GetAttribute("name") ?? string.Empty, label)
            || Matches(e.GetAttribute("data-testid") ?? string.Empty, label));
    }

    private FormSubmission Submission(IHtmlFormElement form, IElement? pressed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        FormFile? file = null;
        foreach (var element in form.QuerySelectorAll("input,select,textarea,button"))
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            var type = TypeOf(element);
            if (type is "submit" or "button" or "image" or "reset")
            {
                if (ReferenceEquals(element, pressed))
                {
                    fields.Add(new(name, element.GetAttribute("value") ?? string.Empty));
                }
            }
            else if (type == "file")
            {
                if (_files.TryGetValue(element, out var chosen))
                {
                    file = new FormFile(name, chosen.Name, chosen.Content);
                }
            }
            else if (type is "checkbox" or "radio")
            {
                if (_typed.TryGetValue(element, out var ticked) ? ticked is "true" or "on" : element.HasAttribute("checked"))
                {
                    fields.Add(new(name, element.GetAttribute("value") ?? "on"));
                }
            }
            else
            {
                fields.Add(new(name, _typed.TryGetValue(element, out var typed) ? typed : CurrentValue(element)));
            }
        }

        var action = (pressed?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } target ? new Uri(Url, target) : Url;
        var method = (pressed?.GetAttribute("formmethod") ?? form.GetAttribute("method"))?.Equals("post", StringComparison.OrdinalIgnoreCase) == true
            ? HttpMethod.Post
            : HttpMethod.Get;
        return new FormSubmission(method, action, fields, file);
    }

    private static string CurrentValue(IElement element) => element switch
    {
        IHtmlSelectElement select => select.Value ?? string.Empty,
        IHtmlTextAreaElement area => area.Value,
        _ => element.GetAttribute("value") ?? string.Empty,
    };
}
