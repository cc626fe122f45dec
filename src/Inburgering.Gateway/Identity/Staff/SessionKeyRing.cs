using System.Text;
using System.Xml.Linq;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>The keys that protect cookies and forms, in PostgreSQL: equal on every machine.</summary>
internal sealed class SessionKeyRing(IDbContextFactory<GatewayModel> database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var model = database.CreateDbContext();
        return [.. model.Set<DataProtectionRow>().AsNoTracking().Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var model = database.CreateDbContext();
        model.Add(new DataProtectionRow { Naam = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        model.SaveChanges();
    }
}

/// <summary>Encrypts those keys at rest with a key of the key folder: the database alone opens no session.</summary>
internal sealed class SessionKeyEncryptor(Sleutelmap sleutels) : IXmlEncryptor
{
    internal const string Kind = "dataprotection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var (kid, key) = sleutels.Huidige(Kind);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var envelope = Kluis.Versleutel(key, plain, Kind, Logregel.Huis, Guid.Empty);
        return new EncryptedXmlInfo(new XElement("envelop", new XAttribute("kid", kid), Convert.ToBase64String(envelope)), typeof(SessionKeyDecryptor));
    }
}

/// <summary>The other way round; made by DataProtection itself, which gives it the services.</summary>
internal sealed class SessionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var sleutels = services.GetRequiredService<Sleutelmap>();
        var key = sleutels.Sleutel(SessionKeyEncryptor.Kind, (string)encryptedElement.Attribute("kid")!);
        var plain = Kluis.Ontsleutel(key, Convert.FromBase64String(encryptedElement.Value), SessionKeyEncryptor.Kind, Logregel.Huis, Guid.Empty);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
