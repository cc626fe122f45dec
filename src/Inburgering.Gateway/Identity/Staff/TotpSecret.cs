using System.Text;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>The second factor's secret at rest: AES-GCM under the wrapping key, bound to its account.</summary>
/// <remarks>Stored as the key's name, a zero byte and the envelope, so that an older wrapping key still opens it.</remarks>
internal sealed class TotpSecret(Sleutelmap sleutels)
{
    private const string Kind = "totp";

    public byte[] Seal(AccountRow account, string base32)
    {
        var (kid, key) = sleutels.Huidige("inpak");
        var envelope = Kluis.Versleutel(key, Encoding.ASCII.GetBytes(base32), Kind, account.Gemeentecode, account.AccountId);
        return [.. Encoding.ASCII.GetBytes(kid), 0, .. envelope];
    }

    /// <summary>Null when the account has no second factor yet.</summary>
    public string? Open(AccountRow account)
    {
        if (account.TotpGeheim is not { } stored)
        {
            return null;
        }

        var end = Array.IndexOf(stored, (byte)0);
        var key = sleutels.Sleutel("inpak", Encoding.ASCII.GetString(stored, 0, end));
        return Encoding.ASCII.GetString(Kluis.Ontsleutel(key, stored[(end + 1)..], Kind, account.Gemeentecode, account.AccountId));
    }
}
