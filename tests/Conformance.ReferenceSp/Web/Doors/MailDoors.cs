using System.Security.Cryptography;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceSp.Web.Doors;

/// <summary>The ways in that lead through a message: reset, sign-up, magic link, invitation.</summary>
internal sealed class MailDoors(Service service, Doorkeeper keeper)
{
    /// <summary>Asks whom the message is for, then sends it. What the page says does not depend on who is known.</summary>
    public async Task AskAsync(Exchange exchange, Door door)
    {
        if (!exchange.IsPost)
        {
            await Pages.WriteAsync(exchange, DoorPages.Question(door));
            return;
        }

        var form = await exchange.FormAsync();
        var typed = form["email"].ToString();
        var password = form["password"].ToString();
        if (CompanyOf(exchange, typed, door) is { } company)
        {
            Send(exchange, company, typed, door, password.Length == 0 ? null : password);
        }

        await Pages.WriteAsync(exchange, DoorPages.Sent(typed));
    }

    /// <summary>Sends the message of a door, or, where the door is shut, one that says so.</summary>
    public void Send(Exchange exchange, Company company, string email, Door door, string? password)
    {
        if (keeper.IsShut(exchange, company, email, email, door))
        {
            service.Memory.Mail.Send(new Mail(email, "Sign in with your company", "Your company requires single sign-on; nothing else signs you in.", null, null));
            return;
        }

        var code = RandomNumberGenerator.GetHexString(40, lowercase: true);
        service.Memory.Mail.Remember(code, new MailedCode(door, company.Key, email.Trim(), password));
        service.Memory.Mail.Send(new Mail(email.Trim(), DoorPages.Subject(door), $"For {email.Trim()} at {exchange.Site.Product}.", DoorPages.Subject(door), $"{exchange.Site.Pages}/login/mailed?code={code}"));
    }

    /// <summary>Where the link leads: the page takes the code only when a person presses its button, never a mail scanner.</summary>
    public async Task OpenAsync(Exchange exchange)
    {
        var form = exchange.IsPost ? await exchange.FormAsync() : FormCollection.Empty;
        var code = exchange.IsPost ? form["code"].ToString() : exchange.Query("code");
        if (service.Memory.Mail.Find(code) is not { } meaning || service.Companies.FindByKey(meaning.Company) is not { } company)
        {
            await service.RefuseAsync(exchange, "token", "The link is not good any more.", StatusCodes.Status403Forbidden);
            return;
        }

        // Asked again here: the company may have shut the door after the message was sent.
        if (keeper.IsShut(exchange, company, meaning.Email, meaning.Email, meaning.Door))
        {
            await keeper.RefuseAsync(exchange, company);
            return;
        }

        if (!exchange.IsPost)
        {
            await Pages.WriteAsync(exchange, DoorPages.Answer(meaning.Door, code));
            return;
        }

        service.Memory.Mail.Take(code);
        var user = meaning.Door == Door.MagicLink
            ? service.Memory.Users.FindByEmail(company.Configuration.Dress, meaning.Email)
            : service.Memory.Users.SetPassword(company, meaning.Email, meaning.Password ?? form["password"].ToString());
        await (user is null
            ? service.RefuseAsync(exchange, "token", "The link is not good any more.", StatusCodes.Status403Forbidden)
            : keeper.LetInAsync(exchange, user));
    }

    /// <summary>The messages to an address, as a look-alike of a mail program shows them.</summary>
    public Task InboxAsync(Exchange exchange) => Pages.WriteAsync(exchange, DoorPages.Inbox(service.Memory.Mail.To(exchange.Query("to"))));

    // Who signs up joins the company that owns the domain; the other messages go to people who have an account.
    private Company? CompanyOf(Exchange exchange, string typed, Door door) => door == Door.SignUp
        ? service.Companies.FindByEmail(exchange.Site.Dress, typed)
        : service.Memory.Users.FindByEmail(exchange.Site.Dress, typed) is { } user ? keeper.CompanyOf(user) : null;
}
