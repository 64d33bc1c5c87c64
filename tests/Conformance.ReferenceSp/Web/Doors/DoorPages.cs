using System.Text;
using Conformance.ReferenceSp.Sessions;

namespace Conformance.ReferenceSp.Web.Doors;

/// <summary>The pages of the ways in beside single sign-on.</summary>
internal static class DoorPages
{
    public static string Subject(Door door) => door switch
    {
        Door.PasswordReset => "Choose a new password",
        Door.SignUp => "Confirm your e-mail address",
        Door.MagicLink => "Sign in by this link",
        _ => "Accept the invitation",
    };

    public static Page Question(Door door)
    {
        var title = door switch
        {
            Door.PasswordReset => "Forgot password",
            Door.SignUp => "Sign up",
            _ => "Sign in by e-mail",
        };
        return new Page
        {
            Title = title,
            Body = $"""
                <h1>{title}</h1>
                <form method="post"><label for="email">E-mail address</label>
                <input id="email" name="email" type="email" required>
                {(door == Door.SignUp ? Password : "")}
                <button type="submit">Send</button></form>
                """,
        };
    }

    public static Page Sent(string typed) => new()
    {
        Title = "Look into your mail",
        Body = $"<h1>Look into your mail</h1><p>If we can do something for {Pages.Encode(typed)}, a message is on its way.</p>",
    };

    public static Page Answer(Door door, string code) => new()
    {
        Title = Subject(door),
        Body = $"""
            <h1>{Subject(door)}</h1>
            <form method="post" action="/login/mailed"><input type="hidden" name="code" value="{Pages.Encode(code)}">
            {(door is Door.PasswordReset or Door.Invitation ? Password : "")}
            <button type="submit">Continue</button></form>
            """,
    };

    public static Page Inbox(IReadOnlyList<Mail> messages)
    {
        var text = new StringBuilder("<h1>Inbox</h1>");
        foreach (var mail in messages)
        {
            text.Append("<h2>").Append(Pages.Encode(mail.Subject)).Append("</h2><p>").Append(Pages.Encode(mail.Text)).Append("</p>");
            if (mail.Link is not null)
            {
                text.Append("<p><a href=\"").Append(Pages.Encode(mail.Link)).Append("\">").Append(Pages.Encode(mail.LinkText)).Append("</a></p>");
            }
        }

        return new Page { Title = "Inbox", Body = text.ToString() };
    }

    private const string Password =
        """<label for="password">New password</label><input id="password" name="password" type="password" required autocomplete="new-password">""";
}
